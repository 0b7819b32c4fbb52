using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Research.SelfTests.Tests")]
