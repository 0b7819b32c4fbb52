using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Report.Tests")]
