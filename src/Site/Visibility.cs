using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.Site.Tests")]
