using Research.Data.Arrays;
using Research.Numerics;

namespace Research.Data.Own;

/// <summary>A table of features, a row an item.</summary>
/// <param name="names">Of the rows, as the labels have them.</param>
/// <param name="columns">Names of the features.</param>
/// <param name="values">Shape [names, columns]; finite.</param>
public sealed class OwnTable(IReadOnlyList<string> names, IReadOnlyList<string> columns, Matrix values) : OwnSource
{
    internal const string Rows = "rows.npy";

    internal const string ColumnsFile = "columns.txt";

    public override string Things => "rows";

    /// <summary>Of the rows, as the labels have them.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Names of the features.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>Shape [names, columns]; finite.</summary>
    public Matrix Values => values;

    public override IReadOnlyList<string> Files { get; } = [OwnIndex.FileName, Rows, ColumnsFile];

    public override IReadOnlyCollection<string> Present(IReadOnlyList<OwnItem> items) => names;

    private protected override string[] Store(OwnItem[] items, string target)
    {
        var places = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        using (FileStream file = File.Create(Path.Combine(target, Rows)))
        {
            NpyWriter.Write(file, values.Take([.. items.Select(item => places[item.File])]));
        }

        File.WriteAllText(Path.Combine(target, ColumnsFile), string.Concat(columns.Select(column => column + "\n")));
        return [.. items.Select(_ => Rows)];
    }
}
