using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Experiments.Tests")]
[assembly: InternalsVisibleTo("Research.Pipeline.Tests")]
