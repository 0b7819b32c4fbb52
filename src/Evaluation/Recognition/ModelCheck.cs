using Research.Data;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A first question to a model that comes from a file, before it is asked anything that matters.</summary>
internal static class ModelCheck
{
    private const double Level = 0.05;
    private const int ShownRates = 5;

    /// <summary>The model, if it answers noise (a second of it, or an item of numbers) with a probability for each of its labels.</summary>
    /// <exception cref="InvalidDataException">It does not, or its card cannot be a model's.</exception>
    public static Recognizer Passed(Recognizer model)
    {
        ModelCard card = model.Card;
        CheckCard(card);
        double[] answer = (model is MatrixRecognizer own ? AskedNumbers(own) : AskedSound(model)).Probabilities;
        if (answer.Length != card.Labels.Count)
        {
            throw new InvalidDataException($"it gives {answer.Length} probabilities for {card.Labels.Count} labels.");
        }

        return answer.All(probability => probability is >= 0 and <= 1)
            ? model
            : throw new InvalidDataException("its probabilities are no numbers between 0 and 1.");
    }

    // As long as the rate says.
    private static Answer AskedSound(Recognizer model)
    {
        CheckRates(model.Card);
        int rate = model.Card.Seen.SampleRatesHz[0];
        return model.Answer(new Waveform(Noise(rate), rate));
    }

    // The width is that of the weights, which are there.
    private static Answer AskedNumbers(MatrixRecognizer model) => model.Answer(Matrix.OfRows([Noise(model.Shape.Width)]));

    private static double[] Noise(int length)
    {
        var rng = Rng.For(0, "model/trial");
        return [.. Enumerable.Range(0, length).Select(_ => Level * rng.NextNormal())];
    }

    private static void CheckRates(ModelCard card)
    {
        IReadOnlyList<int> rates = card.Seen.SampleRatesHz;
        if (rates.Count == 0 || rates.Any(rate => rate is < 1 or > Waveform.HighestRateHz))
        {
            throw new InvalidDataException(
                $"its card says sample rates of {string.Join(", ", rates.Take(ShownRates))} Hz; 1 to {Waveform.HighestRateHz} Hz can be."
            );
        }
    }

    private static void CheckCard(ModelCard card)
    {
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
