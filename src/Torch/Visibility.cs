using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Torch.Tests")]
[assembly: InternalsVisibleTo("Research.Benchmarks")]
