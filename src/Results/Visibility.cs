using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Results.Tests")]
