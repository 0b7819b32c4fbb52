using Research.Data.Arrays;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>Choi, Fazekas, Sandler and Cho (2017, arXiv 1703.09179): pooled features of four sets of music, as the authors published them.</summary>
/// <remarks>
/// An item's matrix is one row of 280 values: 32 average-pooled activations of each of five layers of a convnet that was trained on Million Song tags, then 120
/// statistics of MFCC and their first and second differences. Row i of each array belongs to row i of the table of the same name.
/// </remarks>
internal static class PooledFeatures
{
    private const int Layers = 5;

    private const int LayerValues = 32;

    /// <summary>The row of each item, read at the first call of any.</summary>
    /// <param name="folder">Holds data_feats.</param>
    /// <param name="set">Such as gtzan_genre.</param>
    /// <param name="count">Rows that each array must have.</param>
    internal static Func<int, MatrixContent> Rows(string folder, string set, int count)
    {
        Lazy<Matrix[]> blocks = new(() => [.. Blocks(set).Select(block => Read(folder, block.File, count, block.Columns))]);
        return row => new MatrixContent(() => RowOf(blocks.Value, row));
    }

    private static IEnumerable<(string File, int Columns)> Blocks(string set) =>
        [
            .. Enumerable.Range(0, Layers).Select(k => (FormattableString.Invariant($"{set}_layer_{k}.npy"), LayerValues)),
            ($"{set}_mfcc.npy", MusicFeatures.MfccValues),
        ];

    private static Matrix Read(string folder, string file, int rows, int columns)
    {
        string path = Path.Combine(folder, "data_feats", file);
        Matrix matrix = NpyReader.Read(path);
        return matrix.Rows == rows && matrix.Columns == columns
            ? matrix
            : throw new ResearchException(
                $"{path}: has {matrix.Rows} rows of {matrix.Columns}; {rows} rows of {columns} are needed, as many as its table has."
            );
    }

    private static Matrix RowOf(Matrix[] blocks, int row)
    {
        var values = new Matrix(1, MusicFeatures.NetworkValues + MusicFeatures.MfccValues);
        int at = 0;
        foreach (Matrix block in blocks)
        {
            block.Row(row).CopyTo(values.Values[at..]);
            at += block.Columns;
        }

        return values;
    }
}
