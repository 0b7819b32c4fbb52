using Research.Corpora;
using Research.Data;
using Research.Data.Audio;
using Research.Evaluation.Recognition;
using Research.Experiments.GenreAffect;
using Research.Experiments.Tests.Recognition;
using Research.Features.Normalization;
using Research.Models.Classical;
using Research.Numerics;
using Research.Tests;

namespace Research.Experiments.Tests.GenreAffect;

public class GenreRecognizerTests
{
    private static readonly TinyModel Tiny = TinyModels.Of($"{GenreRecognizer.KindName}: GenreAffect.Clips/synthetic-music");

    [Fact]
    public void The_answer_to_a_recording_is_the_vote_of_its_windows()
    {
        var model = (GenreRecognizer)Tiny.Packed;
        Waveform wave = Long(25);
        IReadOnlyList<WindowAnswer> windows = model.Windows(wave);
        Assert.Equal(10, model.WindowSeconds);
        Assert.Equal([(0, 10), (10, 20)], windows.Select(window => (window.StartSeconds, window.EndSeconds)));
        Assert.Equal(WindowVote.Of(windows).Probabilities, model.Answer(wave).Probabilities);
        Assert.Equal(1, model.Answer(wave).Probabilities.Sum(), 1e-12);
    }

    [Fact]
    public void A_window_has_the_answer_that_it_has_alone()
    {
        var model = (GenreRecognizer)Tiny.Packed;
        Waveform wave = Long(20);
        var second = new Waveform(wave.Samples[(wave.Samples.Length / 2)..], wave.SampleRateHz);
        Assert.Equal(model.Answer(second).Probabilities, model.Windows(wave)[1].Answer.Probabilities);
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(30)]
    public void A_recording_that_is_too_quiet_or_too_loud_is_heard_at_the_level_of_the_training(double gain)
    {
        Waveform wave = Chirp.Of(2 * Chirp.SampleRateHz);
        Recognizer model = Pretrained(2);
        InputRange seen = model.Card.Seen;
        double middle = PortableMath.Pow(
            10.0,
            ((0.5 * (seen.QuietestDecibels + seen.LoudestDecibels)) - SignalLevel.Decibels(wave)) / 20
        );
        double[] expected = model.Answer(Scaled(wave, middle)).Probabilities;
        double[] answer = model.Answer(Scaled(wave, gain)).Probabilities;
        Assert.NotEqual(expected[0], model.Answer(Scaled(wave, 1.5 * middle)).Probabilities[0], 1e-4); // within, the level is left as it is
        Golden.AssertClose(expected, answer, 1e-4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(61)]
    [InlineData(double.NaN)]
    public void Windows_of_no_length_that_can_be_are_refused(double seconds)
    {
        var error = Assert.Throws<InvalidDataException>(() => Pretrained(seconds));
        Assert.Contains("at most 60 s can be", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_the_pretrained_network_carries_it()
    {
        Recognizer model = Pretrained(2);
        Recognizer packed = ModelFiles.Read(ModelFiles.Write(model), "genres.rmodel", Studies.ModelKinds);
        Waveform wave = Chirp.Of(3 * Chirp.SampleRateHz);
        double[] answer = packed.Answer(new Waveform(wave.Samples[..(2 * wave.SampleRateHz)], wave.SampleRateHz)).Probabilities;
        Assert.Equal(model.Answer(wave).Probabilities, packed.Answer(wave).Probabilities);
        Assert.Equal(2, answer.Length);
        Assert.NotEqual(answer[0], answer[1]);
    }

    // A network whose weights the golden's rule fills; the regression looks at its first two values.
    private static GenreRecognizer Pretrained(double seconds)
    {
        Dictionary<string, Matrix> tensors = FilledTensors();
        int values = tensors["dense/kernel"].Columns;
        var weights = new Matrix(2, values);
        (weights[0, 0], weights[1, 1]) = (0.5, 0.5);
        return new GenreRecognizer(
            Tiny.Packed.Card with
            {
                Labels = ["a", "b"],
                Seen = new([16_000], 2, 2, -25, -9),
            },
            new()
            {
                Vectors = ClipVectors.MusiCnnEmbedding,
                SampleRateHz = 16_000,
                WindowSeconds = seconds,
            },
            new Standardizer(new double[values], [.. Enumerable.Repeat(1.0, values)]),
            LogisticRegression.Of(weights, [0, 0]),
            tensors
        );
    }

    // MusiCNN's 96 bands, few filters.
    private static Dictionary<string, Matrix> FilledTensors()
    {
        (string Name, int Rows, int Columns)[] kernels =
        [
            ("conv2d", 7 * 38, 3),
            ("conv2d_1", 7 * 67, 2),
            ("conv2d_2", 128, 2),
            ("conv2d_3", 64, 2),
            ("conv2d_4", 32, 2),
            ("conv2d_5", 7 * 11, 4),
            ("conv2d_6", 7 * 4, 4),
            ("conv2d_7", 7 * 4, 4),
            ("dense", 2 * (11 + (3 * 4)), 5),
            ("dense_1", 5, 3),
        ];
        int[] norms = [1, 3, 2, 2, 2, 2, 4, 4, 4, 46, 5];
        var tensors = new Dictionary<string, Matrix>();
        var rng = Rng.For(1, "tests/musicnn");
        foreach ((string name, int rows, int columns) in kernels)
        {
            tensors.Add($"{name}/kernel", Random(rows, columns));
            tensors.Add($"{name}/bias", Random(1, columns));
        }

        foreach ((int k, int size) in norms.Index())
        {
            string name = k == 0 ? "batch_normalization" : $"batch_normalization_{k}";
            tensors.Add($"{name}/gamma", Random(1, size));
            tensors.Add($"{name}/beta", Random(1, size));
            tensors.Add($"{name}/moving_mean", Random(1, size));
            tensors.Add($"{name}/moving_variance", Positive(Random(1, size)));
        }

        return tensors;

        Matrix Random(int rows, int columns)
        {
            var values = new Matrix(rows, columns);
            foreach (ref double value in values.Values)
            {
                value = 0.3 * rng.NextNormal();
            }

            return values;
        }
    }

    private static Matrix Positive(Matrix values)
    {
        foreach (ref double value in values.Values)
        {
            value = 1 + Math.Abs(value);
        }

        return values;
    }

    private static Waveform Scaled(Waveform wave, double gain) =>
        new([.. wave.Samples.Select(sample => gain * sample)], wave.SampleRateHz);

    private static Waveform Long(double seconds) => SyntheticMusic.Make("long", 3, 1, seconds).Items[6].Waveform;
}
