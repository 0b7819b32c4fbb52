using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Report")]
[assembly: InternalsVisibleTo("Research.Report.Tests")]
[assembly: InternalsVisibleTo("Research.Results.Tests")]
