using Research.Data.Arrays;
using Research.Data.Audio.Wav;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>A user's own items, as <c>research data add</c> put them into the store.</summary>
public static class OwnDataset
{
    /// <summary>The dataset of that name, for the Data of an experiment.</summary>
    public static PinnedDataset Named(string id) => new(id, Read);

    /// <summary>Lists the items of a verified folder.</summary>
    /// <exception cref="ResearchException">The folder holds no dataset of a user's.</exception>
    public static IReadOnlyList<Item> Read(string folder)
    {
        IReadOnlyList<(OwnItem Item, string Stored)> index = OwnIndex.Read(folder);
        var table = new Lazy<Matrix>(() => NpyReader.Read(Path.Combine(folder, OwnTable.Rows)));
        return
        [
            .. index.Select(
                (own, i) =>
                    new Item(
                        own.Item.Id,
                        own.Item.Label.Length > 0 ? own.Item.Label : null,
                        own.Item.Group,
                        own.Item.Subset,
                        Content(folder, own.Stored, i, table)
                    )
                    {
                        Targets = own.Item.Targets,
                    }
            ),
        ];
    }

    /// <summary>Names of the features, in the order of their values, where the items are rows of a table; null where they are not.</summary>
    public static IReadOnlyList<string>? ColumnsOf(string folder) =>
        Path.Combine(folder, OwnTable.ColumnsFile) is var file && File.Exists(file) ? File.ReadAllLines(file) : null;

    /// <summary>Reads a user's array of finite numbers (.npy, .npy.gz).</summary>
    /// <exception cref="ResearchException">It is none; the message names the file, and row and column of what is not finite.</exception>
    public static Matrix ReadArray(string file) => OwnArrays.Load(file);

    private static ItemContent Content(string folder, string stored, int place, Lazy<Matrix> table)
    {
        string path = Path.Combine(folder, stored);
        return stored == OwnTable.Rows ? new MatrixContent(() => RowOf(table.Value, place, path))
            : Path.GetExtension(stored) == OwnArrays.Extension ? new MatrixContent(() => NpyReader.Read(path))
            : new WaveformContent(() => WavReader.Read(path));
    }

    private static Matrix RowOf(Matrix table, int place, string path) =>
        place < table.Rows
            ? table.Take([place])
            : throw new ResearchException(
                $"{path}: has {table.Rows} rows, and row {place + 1} is asked for; add the dataset again."
            );
}
