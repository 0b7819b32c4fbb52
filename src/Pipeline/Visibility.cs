using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Experiments.Tests")]
