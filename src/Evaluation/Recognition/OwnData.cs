using Research.Data;
using Research.Data.Splits;
using Research.Numerics;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>What an experiment needs to know of a user's recordings to learn from them.</summary>
public sealed record OwnData
{
    public required DatasetRef Reference { get; init; }

    public required Dataset Data { get; init; }

    /// <summary>Of all recordings.</summary>
    public required int SampleRateHz { get; init; }

    public required OwnSplit Split { get; init; }

    /// <param name="seed">Of the split.</param>
    /// <exception cref="ResearchException">The items are no recordings, have several sample rates, or cannot be split so that each class is learned.</exception>
    public static OwnData Of(DatasetRef reference, Dataset data, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Items.FirstOrDefault(item => item.Content is not WaveformContent) is not null)
        {
            throw new ResearchException(
                $"'{data.Id}' holds no recordings; the experiments that can be trained on your own data hear recordings."
            );
        }

        return new()
        {
            Reference = reference,
            Data = data,
            SampleRateHz = RateOf(data),
            Split = OwnSplit.Of(data, seed),
        };
    }

    /// <summary>The card of a model that was trained on them.</summary>
    public ModelCard CardOf(string title, TrialResult result, string note)
    {
        int[] learned = Split.Protocol.Of(SplitItems.Of(Data), Split.Seed).Train;
        return ModelCards.Of(Data, title, learned, Split.Words, result, note);
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
