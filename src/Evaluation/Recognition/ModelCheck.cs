using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A first question to a model that comes from a file, before it is asked anything that matters.</summary>
internal static class ModelCheck
{
    private const double Level = 0.05;
    private const int ShownRates = 5;

    /// <summary>The model, if it answers a second of noise with a probability for each of its labels.</summary>
    /// <exception cref="InvalidDataException">It does not, or its card cannot be a model's.</exception>
    public static Recognizer Passed(Recognizer model)
    {
        ModelCard card = model.Card;
        CheckCard(card);
        int rate = card.Seen.SampleRatesHz[0];
        var rng = Rng.For(0, "model/trial");
        double[] noise = [.. Enumerable.Range(0, rate).Select(_ => Level * rng.NextNormal())];
        double[] answer = model.Answer(new Waveform(noise, rate)).Probabilities;
        if (answer.Length != card.Labels.Count)
        {
            throw new InvalidDataException($"it gives {answer.Length} probabilities for {card.Labels.Count} labels.");
        }

        return answer.All(probability => probability is >= 0 and <= 1)
            ? model
            : throw new InvalidDataException("its probabilities are no numbers between 0 and 1.");
    }

    // The first question is as long as the rate says.
    private static void CheckCard(ModelCard card)
    {
        IReadOnlyList<int> rates = card.Seen.SampleRatesHz;
        if (rates.Count == 0 || rates.Any(rate => rate is < 1 or > Waveform.HighestRateHz))
        {
            throw new InvalidDataException(
                $"its card says sample rates of {string.Join(", ", rates.Take(ShownRates))} Hz; 1 to {Waveform.HighestRateHz} Hz can be."
            );
        }

        if (!(card.Calibration.Temperature >= 1 && double.IsFinite(card.Calibration.Temperature)))
        {
            throw new InvalidDataException($"its card says a temperature of {card.Calibration.Temperature}; at least 1 can be.");
        }

        if (card.Labels.Count == 0 || card.Labels.Any(label => label is null))
        {
            throw new InvalidDataException("its card has no label, or one without a name.");
        }
    }
}
