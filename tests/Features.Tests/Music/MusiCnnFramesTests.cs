using System.Text.Json;
using Research.Data;
using Research.Features.Music;
using Research.Numerics;
using Research.Tests;

namespace Research.Features.Tests.Music;

public class MusiCnnFramesTests
{
    private const int Rate = 16_000;

    [Fact]
    public void Frames_are_those_of_an_independent_implementation()
    {
        JsonElement oracle = Golden.Json("musicnn.json");
        Matrix frames = MusiCnnFrames.Of(Chirp.Of(512 + (186 * 256)));
        Assert.Equal((oracle.GetProperty("frames").GetInt32(), 96), (frames.Rows, frames.Columns));
        Golden.AssertClose(oracle.GetProperty("first").Numbers(), frames.Row(0), 1e-6, "first");
        Golden.AssertClose(oracle.GetProperty("last").Numbers(), frames.Row(186), 1e-6, "last");
    }

    [Fact]
    public void Silence_is_zero() =>
        Assert.All(MusiCnnFrames.Of(new Waveform(new double[Rate], Rate)).Values.ToArray(), value => Assert.Equal(0, value));

    [Fact]
    public void Another_rate_is_resampled_first() =>
        Assert.Equal(61, MusiCnnFrames.Of(new Waveform(new double[44_100], 44_100)).Rows);

    [Theory]
    [InlineData(100, new[] { 100 })]
    [InlineData(187, new[] { 187 })]
    [InlineData(373, new[] { 187 })]
    [InlineData(374, new[] { 187, 187 })]
    public void Patches_are_whole_unless_there_is_only_one(int frames, int[] expected)
    {
        var all = new Matrix(frames, 96);
        IReadOnlyList<Matrix> patches = MusiCnnFrames.Patches(all);
        Assert.Equal(expected, patches.Select(patch => patch.Rows));
    }

    [Fact]
    public void The_second_patch_follows_the_first()
    {
        Matrix all = Matrix.OfRows([.. Enumerable.Range(0, 400).Select(t => new double[] { t })]);
        Assert.Equal(187, MusiCnnFrames.Patches(all)[1][0, 0]);
    }

    [Fact]
    public void A_recording_shorter_than_a_frame_is_refused() =>
        Assert.Throws<ResearchException>(() => MusiCnnFrames.Of(new Waveform(new double[511], Rate)));
}
