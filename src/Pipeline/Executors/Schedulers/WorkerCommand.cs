using System.Globalization;
using Research.Pipeline.Executors.Nodes;

namespace Research.Pipeline.Executors.Schedulers;

/// <summary>What starts a worker on a node.</summary>
/// <param name="Program">The program and its first arguments, as the node sees them.</param>
/// <param name="Place">The exchange, as the node sees it.</param>
internal sealed record WorkerCommand(IReadOnlyList<string> Program, string Place)
{
    /// <summary>The command line of one job of a wave.</summary>
    public IReadOnlyList<string> Of(string wave, int index) => [.. Before(wave), index.ToString(CultureInfo.InvariantCulture)];

    /// <summary>All but the index.</summary>
    public IReadOnlyList<string> Before(string wave) => [.. Program, "run", NodeWorker.Option, Place, wave];
}
