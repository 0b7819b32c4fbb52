using Research.Pipeline.Executors.Exchange;
using Research.Pipeline.Store;

namespace Research.Pipeline.Executors.Nodes;

/// <summary>Saved states of training loops, which go to the exchange so that another machine goes on from them.</summary>
/// <param name="exchange">Where they pass.</param>
/// <param name="fingerprint">Whose states; they never meet other code, settings or data.</param>
/// <param name="folder">Where the training keeps them here.</param>
/// <param name="spare">A folder for copies.</param>
internal sealed class NodeStates(JobExchange exchange, string fingerprint, string folder, string spare)
{
    private IReadOnlyList<Output> _put = [];

    /// <summary>Brings what an earlier attempt saved; what is not whole there is left out, and that loop starts over.</summary>
    public void Bring()
    {
        byte[]? list = exchange.FindRecord(RecordKind.Checkpoints, fingerprint);
        foreach (Output state in list is null ? [] : JobExchange.ParseList(list) ?? [])
        {
            string path = Path.Combine(folder, state.Path);
            if (!exchange.Fetch(state, path))
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Puts what is new.</summary>
    public void Put()
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        Output[] now =
        [
            .. Directory
                .GetFiles(folder)
                .Where(path => !path.EndsWith(".new", StringComparison.Ordinal)) // half-written
                .Order(StringComparer.Ordinal)
                .Select(PutOne),
        ];
        if (now.SequenceEqual(_put))
        {
            return;
        }

        exchange.PutRecord(RecordKind.Checkpoints, fingerprint, JobExchange.ListOf(now));
        _put = now;
    }

    // As it is at this moment: the training may save again meanwhile.
    private Output PutOne(string path)
    {
        string copy = Path.Combine(spare, Path.GetRandomFileName());
        File.Copy(path, copy);
        Output put = exchange.Put(Path.GetFileName(path), copy);
        File.Delete(copy);
        return put;
    }
}
