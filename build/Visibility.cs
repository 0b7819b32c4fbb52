using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Build.Tests")]
