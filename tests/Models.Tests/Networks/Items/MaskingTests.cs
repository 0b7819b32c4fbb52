using Research.Models.Networks.Items;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Items;

public class MaskingTests
{
    private const int Frames = 12;
    private const int Bands = 8;

    private static readonly Masking Nothing = new()
    {
        FrameMasks = 0,
        MostFrames = 0,
        BandMasks = 0,
        MostBands = 0,
        RollsTime = false,
    };

    [Fact]
    public void Without_masks_and_turning_a_picture_stays_as_it_is()
    {
        Tensor pictures = Pictures(3);
        Assert.Equal(pictures.data<float>().ToArray(), Nothing.Of(pictures).data<float>().ToArray());
    }

    [Fact]
    public void A_mask_of_frames_hides_whole_frames_and_at_most_so_many()
    {
        float[][] hidden = [.. Hidden(Nothing with { FrameMasks = 1, MostFrames = 3 }, 300)];
        int[] counts = [.. hidden.Select(own => own.Chunk(Bands).Count(frame => frame.All(value => value == 0)))];
        Assert.All(
            hidden,
            own =>
                Assert.All(
                    own.Chunk(Bands),
                    frame => Assert.True(frame.All(value => value == 0) || frame.All(value => value != 0))
                )
        );
        Assert.Equal([0, 1, 2, 3], counts.Distinct().Order());
    }

    [Fact]
    public void Masks_of_bands_hide_whole_bands_and_at_most_so_many_each()
    {
        float[][] hidden = [.. Hidden(Nothing with { BandMasks = 2, MostBands = 2 }, 300)];
        int[] counts =
        [
            .. hidden.Select(own => Enumerable.Range(0, Bands).Count(band => BandOf(own, band).All(value => value == 0))),
        ];
        Assert.All(
            hidden,
            own =>
                Assert.All(
                    Enumerable.Range(0, Bands),
                    band => Assert.Single(BandOf(own, band).Select(value => value == 0).Distinct())
                )
        );
        Assert.Equal([0, 1, 2, 3, 4], counts.Distinct().Order());
    }

    [Fact]
    public void A_turned_picture_starts_at_any_frame_and_goes_round()
    {
        manual_seed(3);
        float[][] turned =
        [
            .. (Nothing with { RollsTime = true }).Of(Pictures(200)).data<float>().ToArray().Chunk(Frames * Bands),
        ];
        float[] all = Pictures(1).data<float>().ToArray();
        Assert.All(
            turned,
            own =>
            {
                int start = Array.IndexOf(all, own[0]);
                Assert.Equal([.. all[start..], .. all[..start]], own);
            }
        );
        Assert.Equal(Frames, turned.Select(own => own[0]).Distinct().Count());
    }

    [Fact]
    public void The_generator_s_seed_decides()
    {
        Masking all = new()
        {
            FrameMasks = 2,
            MostFrames = 4,
            BandMasks = 2,
            MostBands = 4,
            RollsTime = true,
        };
        float[] Of(long seed)
        {
            manual_seed(seed);
            return all.Of(Pictures(4)).data<float>().ToArray();
        }

        Assert.Equal(Of(5), Of(5));
        Assert.NotEqual(Of(5), Of(6));
    }

    private static IEnumerable<float[]> Hidden(Masking masking, int count)
    {
        manual_seed(2);
        return masking.Of(Pictures(count)).data<float>().ToArray().Chunk(Frames * Bands);
    }

    private static IEnumerable<float> BandOf(float[] picture, int band) => picture.Chunk(Bands).Select(frame => frame[band]);

    // Values from 1 on, the same for each picture.
    private static Tensor Pictures(int count) =>
        tensor(
            [.. Enumerable.Range(0, count).SelectMany(_ => Enumerable.Range(1, Frames * Bands)).Select(value => (float)value)],
            [count, 1, Frames, Bands]
        );
}
