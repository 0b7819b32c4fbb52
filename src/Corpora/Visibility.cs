using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Corpora.Tests")]
