using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Models.Tests")]
[assembly: InternalsVisibleTo("Research.Evaluation.Tests")]
