using Research.Models.Networks.Generative.Augmentation;
using Research.Numerics;
using static TorchSharp.torch;

namespace Research.Models.Tests.Networks.Generative.Augmentation;

public class AugmenterTests
{
    private static readonly AugmentationSettings All = AugmentationSettings.Published(
        new()
        {
            Target = 0.6,
            Interval = 4,
            PicturesToOne = 500_000,
            Initial = 0,
        }
    );

    [Fact]
    public void Nothing_happens_at_probability_0_and_much_at_1()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = Hashed.Tensor(1, 6, 3, 16, 16);
        Assert.Same(pictures, Augmenter.Of(pictures, All, 0, Rng.For(1, "t")));
        Tensor changed = Augmenter.Of(pictures, All, 1, Rng.For(1, "t"));
        Assert.Equal(pictures.shape, changed.shape);
        Assert.All(Enumerable.Range(0, 6), i => Assert.True((changed[i] - pictures[i]).abs().max().item<float>() > 0.1));
        Assert.True(changed.isfinite().all().item<bool>());
    }

    [Fact]
    public void At_a_small_probability_most_pictures_keep_every_bit_and_their_places()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = Hashed.Tensor(1, 200, 1, 16, 16);
        AugmentationSettings geometric = All with { Colour = false };
        Tensor changed = Augmenter.Of(pictures, geometric, 0.05, Rng.For(2, "t"));
        int same = Enumerable.Range(0, 200).Count(i => pictures[i].Values().SequenceEqual(changed[i].Values()));
        // Kept: no mirroring (0.975), turn (0.9625), shift (0.95), nor any of five general changes (0.95⁴).
        Assert.InRange(same / 200.0, 0.62, 0.83);
    }

    [Fact]
    public void The_same_stream_changes_alike_and_gradients_reach_every_picture()
    {
        using var scope = NewDisposeScope();
        Tensor pictures = Hashed.Tensor(1, 5, 3, 16, 16);
        pictures.requires_grad = true;
        Tensor once = Augmenter.Of(pictures, All, 0.5, Rng.For(3, "t"));
        Assert.Equal(once.Values(), Augmenter.Of(pictures, All, 0.5, Rng.For(3, "t")).Values());
        Tensor gradient = autograd.grad([(once * once).sum()], [pictures], create_graph: true)[0];
        Tensor second = autograd.grad([gradient.square().sum()], [pictures])[0];
        Assert.All(Enumerable.Range(0, 5), i => Assert.True(second[i].abs().max().item<float>() > 0));
    }
}
