using System.Text.Json;
using Research.Data;
using Research.Data.Datasets;
using Research.Evaluation.FrontEnds;
using Research.Features.Tests;
using Research.Numerics;
using Research.Tests;

namespace Research.Evaluation.Tests.FrontEnds;

// Oracle: Golden/pca_digits.json, the vectors of two recordings by librosa with the reports' slips.
public class UtteranceVectorsTests
{
    private static readonly JsonElement Oracle = Golden.Json("pca_digits.json").GetProperty("vectors");
    private static readonly MfccFrames Reflected = MfccFrames.Reported(13) with
    {
        Padding = Features.Spectral.Padding.Reflection,
    };

    [Theory]
    [InlineData("one1")]
    [InlineData("nine15")]
    public void The_vectors_of_both_reports_match_the_oracle_slips_included(string name)
    {
        Dataset data = Course(name);
        AssertVector("d1-26", name, UtteranceVectors.JoinedAlongTime(data, Reflected with { FftLength = 2048 }));
        AssertVector("d2-78", name, UtteranceVectors.AcrossCoefficients(data, Reflected));
    }

    [Theory]
    [InlineData("one1")]
    [InlineData("nine15")]
    public void The_corrected_vectors_match_the_oracle(string name)
    {
        AssertVector("time-78", name, UtteranceVectors.OverTime(Course(name), Reflected));
    }

    // Oracle: the definitions in numpy, which give the vectors of recordings above (Experiments.Tests/Golden/make_course.py).
    [Fact]
    public void All_three_forms_are_the_definitions_on_a_generated_utterance()
    {
        JsonElement golden = Golden.Json("utterance_vectors.json");
        string name = golden.Text("utterance");
        var data = new Dataset(name, "1", "", Synthetic: true, [new Item(name, "1", "1", null, Utterances.Of(name))]);
        Check("d1-26", UtteranceVectors.JoinedAlongTime(data, Reflected with { FftLength = 2048 }));
        Check("d2-78", UtteranceVectors.AcrossCoefficients(data, Reflected));
        Check("time-78", UtteranceVectors.OverTime(data, Reflected));

        void Check(string form, Matrix vectors) =>
            Golden.AssertClose(golden.GetProperty(form).Numbers(), vectors.Row(0), 1e-6, form);
    }

    private static void AssertVector(string form, string name, Matrix vectors) =>
        Golden.AssertClose(Oracle.GetProperty(form).GetProperty(name).Numbers(), vectors.Row(0), 1e-4, $"{form} {name}");

    private static Dataset Course(string name)
    {
        Item[] items = [.. NtuaDigits.Read(RealData.Folder("ntua-digits")).Where(item => item.Id == name)];
        return new Dataset("one clip", "1", "", Synthetic: false, items);
    }
}
