using Research.Data.Store;
using Research.Pipeline.Closures;
using Research.Pipeline.Targets;

namespace Research.Pipeline.Runs;

/// <summary>Graphs of targets for a worker: only where its program is the one that the run was planned with.</summary>
/// <remarks>Checked once a process, as a process maps its code once.</remarks>
internal sealed class WorkerGraphs
{
    private readonly Dictionary<string, TargetGraph> _graphs = [];

    /// <summary>The graph of a catalogue; an empty one where an assembly is another than was planned with.</summary>
    /// <param name="assemblies">Digests by file name.</param>
    public TargetGraph Of(string catalogue, string profile, IReadOnlyDictionary<string, string> assemblies)
    {
        string key = $"{catalogue}\n{profile}\n{string.Join('\n', assemblies.Values)}";
        if (!_graphs.TryGetValue(key, out TargetGraph? graph))
        {
            using var code = new OwnCode(catalogue);
            var hashes = new FileHashes(null, paranoid: true);
            bool same = code.Files().All(file => assemblies.GetValueOrDefault(Path.GetFileName(file)) == hashes.Of(file));
            graph = same ? TargetGraph.Of(Catalogues.Load(catalogue), Profiles.Of(profile)) : new TargetGraph([]);
            _graphs.Add(key, graph);
        }

        return graph;
    }
}
