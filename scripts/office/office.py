"""LibreOffice without a window: opening, recalculating and saving workbooks by script."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# Everything is worked out anew when a workbook is opened: 0 is "always".
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def value(name, content):
    made = PropertyValue()
    made.Name = name
    made.Value = content
    return made


class Office:
    """A running LibreOffice of its own, with a profile of its own."""

    def __enter__(self):
        self.profile = pathlib.Path(tempfile.mkdtemp(prefix="office-"))
        user = self.profile / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        pipe = f"sheets-{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless", "--norestore", "--nologo",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        for _ in range(240):
            try:
                remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.25)
        else:
            raise SystemExit("LibreOffice did not start.")
        self.documents = []
        self.desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        return self

    def __exit__(self, *_):
        for document in self.documents:
            try:
                document.close(True)
            except Exception:
                pass
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    def open(self, path):
        url = pathlib.Path(path).resolve().as_uri()
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))
        if document is None:
            raise SystemExit(f"{path}: LibreOffice could not open it.")
        self.documents.append(document)
        return document

    @staticmethod
    def save(document, path):
        document.calculateAll()
        url = pathlib.Path(path).resolve().as_uri()
        document.storeToURL(url, (value("FilterName", "Calc MS Excel 2007 XML"), value("Overwrite", True)))
