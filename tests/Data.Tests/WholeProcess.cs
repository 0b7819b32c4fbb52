namespace Research.Data.Tests;

/// <summary>Tests that count what the whole process allocates: nothing runs beside them.</summary>
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public sealed class WholeProcess;
