#!/usr/bin/env python3
"""Writes percent.csv: this year's and last year's amounts, the change, and the change in percent of last year, rounded half
up to two decimals by Python's decimal module."""
import random
from decimal import Decimal, ROUND_HALF_UP, getcontext
getcontext().prec = 60
random.seed(20230301)
pairs = [("634.34","1242.59"), ("634.34","1036.59"), ("904.34","95.83"), ("589.34","634.34"), ("45","589.34"),
  ("0","0.01"), ("0","1242.59"), ("0.01","1000000"), ("1000000.01","1000000"), ("1","3"), ("2","3"), ("100.005","100"),
  ("99.995","100"), ("20000.99","20000"), ("20001","20000"), ("20002.99","20000"), ("20003","20000"), ("19999","20000"),
  ("-5","10"), ("-634.34","1242.59"), ("-0.01","0.01"), ("9223372036854.775807","0.000001"), ("0.000001","9223372036854.775807"),
  ("46116860184.27","46116860184.26"), ("-46116860184.27","46116860184.26"), ("1","8000"), ("8001","8000"), ("7999","8000"),
  ("1.00125","1"), ("0.99875","1"), ("1.001249","1.0000"), ("0.998750","1")]
while len(pairs) < 90:
    size = random.choice([10**3,10**6,10**9,10**12])
    a, b = random.randrange(0,size), random.randrange(1,size)
    pairs.append((str(Decimal(a)/Decimal(100)), str(Decimal(b)/Decimal(100))))
# Halves: the change is an odd multiple of 1/20000 of the year before.
for _ in range(20):
    base = 20000*random.randrange(1,10**6); odd = 2*random.randrange(0,40000)+1
    change = base//20000*odd*random.choice([1,-1])
    pairs.append((str(Decimal(base+change)/Decimal(100)), str(Decimal(base)/Decimal(100))))
print("now,before,change,percent")
for now, before in pairs:
    a, b = Decimal(now), Decimal(before)
    change = a - b
    percent = (change * 100 / b).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    # Python keeps the sign of -0.00.
    print(",".join(format(x, "f") for x in (a, b, change, abs(percent) if percent == 0 else percent)))
