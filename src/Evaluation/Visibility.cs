using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Evaluation.Tests")]
[assembly: InternalsVisibleTo("Research.Experiments.Tests")]
