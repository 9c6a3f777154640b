// The places of cells stand in nearly every declaration here; whoever imports this module gets them too.
@_exported public import XlsxPackage
