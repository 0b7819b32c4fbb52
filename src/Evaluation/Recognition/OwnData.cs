using Research.Data;
using Research.Data.Splits;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>What an experiment needs to know of a user's recordings to learn from them.</summary>
public sealed record OwnData
{
    public required DatasetRef Reference { get; init; }

    public required Dataset Data { get; init; }

    /// <summary>Of all recordings; 0 where they are none.</summary>
    public required int SampleRateHz { get; init; }

    /// <summary>What the items are where they are rows of a table or arrays; null for recordings.</summary>
    public required MatrixShape? Shape { get; init; }

    public required OwnSplit Split { get; init; }

    /// <summary>Whether a dataset's items are recordings.</summary>
    public static bool AreRecordings(Dataset data) => data.Items.All(item => item.Content is WaveformContent);

    /// <param name="columns">Names of a table's features; null for recordings and arrays.</param>
    /// <param name="seed">Of the split.</param>
    /// <exception cref="ResearchException">The recordings have several sample rates, the arrays several widths, or the items cannot be split so that each class is learned.</exception>
    public static OwnData Of(DatasetRef reference, Dataset data, IReadOnlyList<string>? columns, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        bool heard = AreRecordings(data);
        return new()
        {
            Reference = reference,
            Data = data,
            SampleRateHz = heard ? RateOf(data) : 0,
            Shape = heard ? null : new(columns, WidthOf(data)),
            Split = OwnSplit.Of(data, seed),
        };
    }

    /// <summary>The card of a model that was trained on them.</summary>
    public ModelCard CardOf(string title, TrialResult result, string note)
    {
        int[] learned = Split.Protocol.Of(SplitItems.Of(Data), Split.Seed).Train;
        return ModelCards.Of(Data, title, learned, Split.Words, result, note);
    }

    /// <summary>The background of those that a model learns from.</summary>
    public BackgroundTrial Background() =>
        new()
        {
            ModelName = "a model",
            Dataset = Reference,
            Protocol = Split.Protocol,
            Seed = Split.Seed,
        };

    /// <summary>A model that learned from them, as it is exported.</summary>
    /// <param name="trial">Trains it.</param>
    /// <param name="kind">Reads it back.</param>
    /// <param name="settings">What it is read back with.</param>
    public ExportedModel Exported(Trial trial, string kind, object settings) =>
        new(Data.Id, trial, kind, settings) { Background = Background() };

    private static int WidthOf(Dataset data)
    {
        int[] widths = [.. data.Items.Select(item => item.Matrix.Columns).Distinct().Order()];
        return widths.Length == 1
            ? widths[0]
            : throw new ResearchException(
                $"The arrays of '{data.Id}' have {widths.Length} widths ({string.Join(", ", widths)} columns); a model learns from one. Add them again alike."
            );
    }

    private static int RateOf(Dataset data)
    {
        int[] rates = [.. data.Items.Select(item => item.Waveform.SampleRateHz).Distinct().Order()];
        return rates.Length == 1
            ? rates[0]
            : throw new ResearchException(
                $"The recordings of '{data.Id}' have {rates.Length} sample rates ({string.Join(", ", rates)} Hz); add them again with one, such as --rate {rates[0]}."
            );
    }
}
