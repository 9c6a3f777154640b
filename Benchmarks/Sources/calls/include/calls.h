// Nothing: the library is loaded by name, and what it defines is declared by xlsxwriter.h.
