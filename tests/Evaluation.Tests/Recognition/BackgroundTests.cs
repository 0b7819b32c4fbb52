using Research.Data;
using Research.Evaluation.Recognition;
using Research.Numerics;

namespace Research.Evaluation.Tests.Recognition;

public class BackgroundTests
{
    private static readonly Background Known = Background.Fit(Backgrounds.Digits(9).Select(Background.StatisticsOf), 1);

    [Fact]
    public void What_is_none_of_the_kind_is_outside_the_familiar_range()
    {
        var range = FamiliarRange.Of([.. Backgrounds.Digits(9).Select(Familiarity)]);
        Assert.All(Backgrounds.Sentences(), sentence => Assert.True(range.IsStranger(Familiarity(sentence))));
        Assert.True(range.IsStranger(Familiarity(Backgrounds.Noise(0.5, 8000))), "noise");
        Assert.True(range.IsStranger(Familiarity(Backgrounds.Noise(2, 44100))), "noise of another rate");
    }

    [Fact]
    public void One_Gaussian_stands_for_150_recordings()
    {
        double[][] few = [.. Statistics(299)];
        double[][] many = [.. Statistics(300)];
        Assert.Equal(1, Gaussians(few));
        Assert.Equal(2, Gaussians(many));
    }

    [Fact]
    public void A_recording_that_is_too_short_is_the_least_familiar()
    {
        Assert.Equal(double.NegativeInfinity, Known.FamiliarityOf(null));
        Assert.True(new FamiliarRange(-1e9, 0, 1).IsStranger(Known.FamiliarityOf(null)));
    }

    [Fact]
    public void Recordings_that_are_too_short_take_no_part_in_the_learning()
    {
        double[]?[] statistics = [.. Backgrounds.Digits(3).Select(Background.StatisticsOf)];
        Assert.Equal(Background.Fit(statistics, 1).ToBytes(), Background.Fit([null, .. statistics, null], 1).ToBytes());
    }

    [Fact]
    public void Without_a_recording_that_is_long_enough_nothing_can_be_learned()
    {
        string said = Assert.Throws<ResearchException>(() => Background.Fit([null], 1)).Message;
        Assert.Equal("No recording of the training is as long as one frame of 25 ms, so no background can be learned.", said);
    }

    [Fact]
    public void One_recording_alone_is_familiar_and_others_are_finite()
    {
        Background one = Background.Fit([Background.StatisticsOf(Backgrounds.Digits(1)[0])], 1);
        double own = one.FamiliarityOf(Background.StatisticsOf(Backgrounds.Digits(1)[0]));
        double other = one.FamiliarityOf(Background.StatisticsOf(Backgrounds.Digits(1)[1]));
        Assert.True(double.IsFinite(other) && other < own);
    }

    [Fact]
    public void Its_bytes_give_it_back()
    {
        Background back = Background.Read(Known.ToBytes());
        Assert.Equal(Known.ToBytes(), back.ToBytes());
        double[]? statistics = Background.StatisticsOf(Backgrounds.Digits(1)[4]);
        Assert.Equal(Known.FamiliarityOf(statistics), back.FamiliarityOf(statistics));
    }

    [Fact]
    public void Bytes_too_many_or_too_few_or_of_other_statistics_are_refused()
    {
        byte[] bytes = Known.ToBytes();
        Assert.Contains("1 bytes too many", Refused<InvalidDataException>([.. bytes, 0]), StringComparison.Ordinal);
        _ = Refused<EndOfStreamException>(bytes[..^8]);
        byte[] narrow =
        [
            .. BitConverter.GetBytes(1),
            .. BitConverter.GetBytes(0.0),
            .. BitConverter.GetBytes(1),
            .. BitConverter.GetBytes(1.0),
        ];
        Assert.Equal("its background is of 1 statistics where recordings have 39.", Refused<InvalidDataException>(narrow));
    }

    private static double Familiarity(Waveform wave) => Known.FamiliarityOf(Background.StatisticsOf(wave));

    private static string Refused<T>(byte[] bytes)
        where T : Exception => Assert.Throws<T>(() => Background.Read(bytes)).Message;

    private static IEnumerable<double[]> Statistics(int recordings)
    {
        var rng = Rng.For(9, "tests/statistics");
        return Enumerable.Range(0, recordings).Select(_ => Enumerable.Range(0, 39).Select(_ => rng.NextNormal()).ToArray());
    }

    // A covariance of 39 by 39 doubles is a Gaussian's share of the bytes.
    private static int Gaussians(double[][] statistics) => Background.Fit(statistics, 1).ToBytes().Length / (39 * 39 * 8);
}
