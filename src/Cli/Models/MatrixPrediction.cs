using Research.Cli.Commands;
using Research.Cli.Data;
using Research.Data.Audio;
using Research.Data.Own;
using Research.Evaluation.Recognition;
using Research.Numerics;
using Research.Results.Tables;

namespace Research.Cli.Models;

/// <summary>Predictions of a model that learned from a user's table of features, or from arrays.</summary>
internal static class MatrixPrediction
{
    private const int MostNamed = 6;

    /// <summary>Of a table one for each row, in its order; of an array one.</summary>
    public static IEnumerable<Prediction> Of(MatrixRecognizer model, string file, int top, bool strict)
    {
        try
        {
            (string Name, Matrix Values)[] items = model.Shape.Columns is { } columns
                ? RowsOf(file, columns)
                : [(file, ArrayOf(file, model.Shape.Width))];
            return [.. items.Select(item => Prediction.Of(model, model.Answer(item.Values), item.Name, top, strict, []))];
        }
        catch (ResearchException error)
        {
            RecordingProblem problem = File.Exists(file) ? RecordingProblem.Damaged : RecordingProblem.Missing;
            return [Prediction.Refused(file, RecordingCode.Of(problem), error.Message)];
        }
    }

    // Other columns, such as the label, may stand in the table.
    private static (string, Matrix)[] RowsOf(string file, IReadOnlyList<string> columns)
    {
        if (File.Exists(file) && !IsText(file))
        {
            throw new ResearchException(
                $"{file}: is no table; the model learned from a table of features, so give it one with the columns {string.Join(", ", columns.Take(MostNamed))}{(columns.Count > MostNamed ? ", …" : "")}."
            );
        }

        CsvTable table = UserTable.Load(file);
        if (columns.FirstOrDefault(column => !table.Header.Contains(column)) is { } missing)
        {
            throw new ResearchException($"{file}: has no column '{missing}', which the model learned from.");
        }

        OwnTable rows = OwnFeatures.Read(file, table.Header.Except(columns));
        int[] places = [.. columns.Select(column => rows.Columns.ToList().IndexOf(column))];
        return
        [
            .. rows.Names.Select(
                (name, i) =>
                    (
                        $"{file}: {name}",
                        Matrix.OfRows([
                            [.. places.Select(place => rows.Values[i, place])],
                        ])
                    )
            ),
        ];
    }

    // A recording, for instance, has bytes of zero within its first ones.
    private static bool IsText(string file)
    {
        using FileStream stream = File.OpenRead(file);
        byte[] start = new byte[512];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return !start.AsSpan(0, count).Contains((byte)0);
    }

    private static Matrix ArrayOf(string file, int width)
    {
        if (!File.Exists(file))
        {
            throw new ResearchException($"{file}: there is no such file.");
        }

        Matrix values = OwnDataset.ReadArray(file);
        return values.Columns == width && values.Rows > 0
            ? values
            : throw new ResearchException(
                $"{file}: is an array of {values.Rows} rows and {values.Columns} columns; the model learned from arrays of {width} columns."
            );
    }
}
