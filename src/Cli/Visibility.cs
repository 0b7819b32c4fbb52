using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Build")]
[assembly: InternalsVisibleTo("Research.Cli.Tests")]
