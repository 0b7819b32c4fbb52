namespace Research.Torch.Tests.Autograd;

public class InPlaceTests
{
    [Fact]
    public void A_leaf_that_wants_a_gradient_changes_only_under_no_grad()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones([2], requires_grad: true);
        Assert.Contains(
            "no_grad",
            Assert.Throws<InvalidOperationException>(() => x.add_(ones(2))).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<InvalidOperationException>(() => x.zero_());
        Assert.Throws<InvalidOperationException>(() => x.uniform_(0, 1));
        using (no_grad())
        {
            x.add_(ones(2));
        }

        Assert.Equal([2f, 2], x.data<float>().ToArray());
        Assert.True(x.is_leaf);
    }

    public static TheoryData<string> Writes => new(Changes.Keys);

    private static readonly Dictionary<string, Action<Tensor>> Changes = new()
    {
        ["add_"] = x => x.add_(ones(2)),
        ["add_ scalar"] = x => x.add_((Scalar)1),
        ["mul_"] = x => x.mul_((Scalar)2),
        ["fill_"] = x => x.fill_(2f),
        ["copy_"] = x => x.copy_(zeros(2)),
        ["index_put_"] = x => x[0] = zeros([]),
        ["uniform_"] = x => x.uniform_(0, 1),
        ["accessor"] = x => x.data<float>()[0] = 3,
        ["through a view"] = x => x.reshape(2, 1).zero_(),
        ["through an alias"] = x => x.detach().zero_(),
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_value_that_a_gradient_needs_may_not_change_before(string write)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        Tensor x = ones(2);
        Tensor y = (w * x).sum();
        Changes[write](x);
        string message = Assert.Throws<InvalidOperationException>(() => y.backward()).Message;
        Assert.Contains("changed in place", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_result_may_not_change_either()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        Tensor y = w.exp();
        Tensor z = y.sum();
        using (no_grad())
        {
            y.zero_();
        }

        Assert.Throws<InvalidOperationException>(() => z.backward());
    }

    [Fact]
    public void Writes_into_a_view_of_what_is_recorded_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([4], requires_grad: true);
        Tensor view = (w * 2f).reshape(2, 2);
        Assert.Contains(
            "view",
            Assert.Throws<InvalidOperationException>(() => view.mul_((Scalar)2)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_recorded_write_is_part_of_the_graph()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        Tensor y = w * 3f;
        y.mul_((Scalar)2).add_(w);
        y.relu_();
        y.sum().backward();
        Assert.Equal([7f, 7], w.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_plain_tensor_joins_the_graph_when_a_recorded_one_is_written_into_it()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        Tensor x = zeros(2, 2);
        x.index_put_(w * 2f, 1);
        x.sum().backward();
        Assert.Equal([2f, 2], w.grad!.data<float>().ToArray());
    }

    [Fact]
    public void All_handles_of_a_tensor_see_a_recorded_write_and_its_history()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        Tensor y = w * -2f;
        Tensor same = nn.functional.dropout(y, 0.5, training: false);
        same.mul_((Scalar)3);
        (y + same).sum().backward();
        Assert.Equal([-12f, -12], w.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_view_made_before_a_recorded_write_is_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        Tensor y = w * 2f;
        Tensor view = y.reshape(2, 1);
        Tensor row = y[0];
        y.mul_((Scalar)3);
        Assert.Throws<InvalidOperationException>(() => view.sum().backward());
        Assert.Throws<InvalidOperationException>(() => row.backward());
        y.reshape(2, 1).sum().backward();
        Assert.Equal([6f, 6], w.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_result_that_keeps_its_gradient_keeps_that_of_what_was_written()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor w = ones([2], requires_grad: true);
        Tensor y = w * 2f;
        y.retain_grad();
        y.mul_((Scalar)3);
        (y * 5f).sum().backward();
        Assert.Equal([5f, 5], y.grad!.data<float>().ToArray());
        Assert.Equal([30f, 30], w.grad!.data<float>().ToArray());
    }

    [Fact]
    public void An_in_place_result_of_another_shape_is_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        string message = Assert.Throws<ArgumentException>(() => ones(2).add_(ones(3, 2))).Message;
        Assert.Contains("add_", message, StringComparison.Ordinal);
        Assert.Contains("[3, 2]", message, StringComparison.Ordinal);
    }
}
