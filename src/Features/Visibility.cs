using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Features.Tests")]
