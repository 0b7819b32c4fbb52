using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Data.Tests")]
