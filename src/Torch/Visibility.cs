using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Torch.Tests")]
[assembly: InternalsVisibleTo("Research.Benchmarks")]
[assembly: InternalsVisibleTo("Research.Gpu")]
[assembly: InternalsVisibleTo("Research.Models.Tests")]
