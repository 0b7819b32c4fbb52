using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Models.Tests")]
