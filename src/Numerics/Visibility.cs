using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Numerics.Tests")]
