using Research.Features.Music;
using Research.Numerics;

namespace Research.Features.Tests.Music;

// By hand, as librosa.util.sync(…, aggregate=np.median) gives them.
public class BeatMediansTests
{
    private static readonly Matrix Frames = Matrix.OfRows([
        [1, 9],
        [5, 8],
        [3, 7],
        [8, 1],
        [2, 1],
        [4, 4],
    ]);

    [Fact]
    public void Segments_lie_before_between_and_from_the_last_beat_on() =>
        Assert.Equal([1, 9, 5, 8, 5.5, 4, 3, 2.5], BeatMedians.Of(Frames, [1, 2, 4]).Values.ToArray());

    [Fact]
    public void A_beat_in_the_first_frame_begins_the_first_segment() =>
        Assert.Equal([3, 8, 4, 1], BeatMedians.Of(Frames, [0, 3]).Values.ToArray());

    [Fact]
    public void Without_a_beat_there_is_one_segment() => Assert.Equal([3.5, 5.5], BeatMedians.Of(Frames, []).Values.ToArray());

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(1, 6)]
    [InlineData(3, 3)]
    public void Beats_outside_or_out_of_order_are_refused(int first, int second) =>
        Assert.Throws<ResearchException>(() => BeatMedians.Of(Frames, [first, second]));

    [Fact]
    public void No_frame_is_refused() => Assert.Throws<ResearchException>(() => BeatMedians.Of(new Matrix(0, 2), []));
}
