using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Cli.Tests")]
[assembly: InternalsVisibleTo("Research.Experiments.Tests")]
