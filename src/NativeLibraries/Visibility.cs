using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.NativeLibraries.Tests")]
