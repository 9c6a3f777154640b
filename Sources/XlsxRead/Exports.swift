// The places of cells stand in every second declaration here; whoever imports this module gets them too.
@_exported public import XlsxPackage
