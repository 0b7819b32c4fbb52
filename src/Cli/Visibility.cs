using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Cli.Tests")]
