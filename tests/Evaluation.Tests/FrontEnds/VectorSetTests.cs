using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Features.Cepstral;
using Research.Numerics;

namespace Research.Evaluation.Tests.FrontEnds;

public class VectorSetTests
{
    [Theory]
    [InlineData(VectorForm.JoinedAlongTime, 26, "vectors-joined-mfcc-13-25-10")]
    [InlineData(VectorForm.AcrossCoefficients, 78, "vectors-across-mfcc-13-25-10")]
    [InlineData(VectorForm.OverTime, 78, "vectors-mfcc-13-25-10")]
    public void A_vector_has_the_length_and_the_set_the_name_of_its_form(VectorForm form, int length, string name)
    {
        VectorSet set = Of(form);
        Matrix rows = VectorSet.Rows([.. set.Compute(new(set, _ => Samples.Noise("noise", ["x"], ["a", "b", "c"])))]);
        Assert.Equal(name, set.Name);
        Assert.Equal(length, set.Length);
        Assert.Equal((3, length), (rows.Rows, rows.Columns));
        Assert.All(rows.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Over_time_a_vector_starts_with_the_means_of_the_coefficients()
    {
        Dataset data = Samples.Noise("noise", ["x"], ["a"]);
        VectorSet set = Of(VectorForm.OverTime);
        Matrix row = VectorSet.Rows([.. set.Compute(new(set, _ => data))]);
        Matrix frames = MfccFrames.Reported(13).Of(data.Items[0].Waveform);
        for (int k = 0; k < 13; k++)
        {
            Assert.Equal(OrderedSum.Mean(frames.Column(k)), row[0, k], 1e-12);
        }
    }

    private static VectorSet Of(VectorForm form) => MfccFrames.Reported(13).VectorsOn(Samples.Named("noise"), form);
}
