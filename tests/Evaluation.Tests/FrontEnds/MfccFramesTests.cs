using Research.Data;
using Research.Evaluation.FrontEnds;
using Research.Features.Cepstral;
using Research.Features.Spectral;
using Research.Numerics;

namespace Research.Evaluation.Tests.FrontEnds;

public class MfccFramesTests
{
    [Fact]
    public void Seconds_become_whole_samples_of_any_rate()
    {
        MfccSettings telephone = MfccFrames.Reported(13).Settings(8000);
        MfccSettings disc = MfccFrames.Reported(13).Settings(22_050);
        Assert.Equal((200, 80, 200), Of(telephone));
        Assert.Equal((551, 220, 551), Of(disc)); // 551.25 and 220.5
        Assert.Equal((240, 120, 240), Of(MfccFrames.Course(13).Settings(8000)));

        static (int, int, int) Of(MfccSettings mfcc) =>
            (mfcc.Mel.Stft.WindowSamples, mfcc.Mel.Stft.HopSamples, mfcc.Mel.Stft.FftLength);
    }

    [Fact]
    public void Other_settings_have_another_name()
    {
        MfccFrames frames = MfccFrames.Reported(13);
        string[] names =
        [
            frames.Name,
            MfccFrames.Reported(6).Name,
            MfccFrames.Course(13).Name,
            (frames with { FftLength = 2048 }).Name,
            (frames with { Padding = Padding.Reflection }).Name,
        ];
        Assert.Equal(
            ["mfcc-13-25-10", "mfcc-6-25-10", "mfcc-13-30-15", "mfcc-13-25-10-fft2048", "mfcc-13-25-10-reflected"],
            names
        );
    }

    [Fact]
    public void A_set_holds_the_frames_of_every_clip_in_their_order()
    {
        Dataset data = Samples.Noise("noise", ["x", "y"], ["a", "b"]);
        MfccFrameSet set = MfccFrames.Reported(5).On(Samples.Named("noise"));
        IReadOnlyList<Matrix> frames = set.Compute(new(set, _ => data));
        Assert.Equal("features:noise:mfcc-5-25-10", set.Target);
        Assert.Equal(4, frames.Count);
        for (int i = 0; i < frames.Count; i++)
        {
            Assert.Equal(5, frames[i].Columns);
            Assert.Equal(
                Mfcc.Of(data.Items[i].Waveform, MfccFrames.Reported(5).Settings(Samples.SampleRateHz)).Values.ToArray(),
                frames[i].Values.ToArray()
            );
        }
    }
}
