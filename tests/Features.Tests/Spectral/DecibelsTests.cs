using System.Runtime.Intrinsics;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Features.Tests.Spectral;

public class DecibelsTests
{
    private static readonly DecibelSettings Unlimited = DecibelSettings.Librosa with { RangeDecibels = null };

    [Fact]
    public void Power_in_decibels_by_hand_counts_no_power_below_the_smallest()
    {
        FrameLanes lanes = Lanes([100, 1, 1e-3, 1e-10, 1e-12, 0]);
        Decibels.Apply(lanes, Unlimited);
        AssertRow([20, 0, -30, -100, -100, -100], lanes);
    }

    [Fact]
    public void A_range_raises_what_lies_further_below_the_maximum()
    {
        FrameLanes lanes = Lanes([100, 1, 1e-6, 1e-7]);
        Decibels.Apply(lanes, Unlimited with { RangeDecibels = 80 });
        AssertRow([20, 0, -60, -60], lanes);
    }

    [Fact]
    public void Below_the_maximum_the_largest_value_is_0()
    {
        FrameLanes lanes = Lanes([100, 1, 1e-9]);
        Decibels.Apply(lanes, Unlimited with { Reference = DecibelReference.Maximum, RangeDecibels = 30 });
        AssertRow([0, -20, -30], lanes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_maximum_may_stand_in_any_frame_of_a_group(int frame)
    {
        var lanes = new FrameLanes(4, 2);
        var values = new double[4];
        values[frame] = 5;
        lanes.Values[1] = Vector256.Create(values[0], values[1], values[2], values[3]);
        Assert.Equal(5, Decibels.Maximum(lanes));
    }

    [Fact]
    public void A_range_of_0_makes_all_the_same()
    {
        FrameLanes lanes = Lanes([100, 1]);
        Decibels.Apply(lanes, Unlimited with { RangeDecibels = 0 });
        AssertRow([20, 20], lanes);
    }

    [Theory]
    [InlineData(0, 80.0, "0 and range 80")]
    [InlineData(-1, 80.0, "-1 and range 80")]
    [InlineData(double.NaN, 80.0, "NaN and range 80")]
    [InlineData(1e-10, -1.0, "1E-10 and range -1")]
    public void Settings_that_cannot_be_are_refused_with_what_is_needed(double smallest, double range, string seen)
    {
        var settings = new DecibelSettings
        {
            Reference = DecibelReference.One,
            SmallestPower = smallest,
            RangeDecibels = range,
        };
        string said = Assert.Throws<SettingsException>(() => Decibels.Apply(Lanes([1]), settings)).Message;
        Assert.Equal($"Decibels with smallest power {seen}: a power above 0 and a range of at least 0 are needed.", said);
    }

    // One frame; the lanes without a frame repeat it, as spectra do.
    private static FrameLanes Lanes(double[] row)
    {
        var lanes = new FrameLanes(1, row.Length);
        for (int k = 0; k < row.Length; k++)
        {
            lanes.Values[k] = Vector256.Create(row[k]);
        }

        return lanes;
    }

    private static void AssertRow(double[] expected, FrameLanes lanes) =>
        Assert.All(expected.Zip(lanes.ToMatrix().Row(0).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
