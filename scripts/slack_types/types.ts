// What the bot and Slack say to each other, by the names of Slack's own types. What is not named here is not judged.
import type {
  BlockAction, BlockElementAction, ButtonAction, EnvelopedEvent, GlobalShortcut, MessageShortcut, RespondArguments,
  SlashCommand, ViewClosedAction, ViewResponseAction, ViewSubmitAction,
} from '@slack/bolt';
import type {
  AppHomeOpenedEvent, AppMentionEvent, AppUninstalledEvent, FileShareMessageEvent, GenericMessageEvent,
  MemberJoinedChannelEvent, TokensRevokedEvent,
} from '@slack/types';
import type * as api from '@slack/web-api';

// Its own type leaves open that either the code of an installation comes, or the refresh token of one.
type Access = api.OAuthV2AccessArguments;
type App = Pick<Access, 'client_id' | 'client_secret'>;
type Installed = App & Pick<Access, 'redirect_uri'> & { code: string };
type Renewed = App & { grant_type: 'refresh_token'; refresh_token: string };

export type call_apps_connections_open = api.AppsConnectionsOpenArguments;
export type call_assistant_threads_setSuggestedPrompts = api.AssistantThreadsSetSuggestedPromptsArguments;
export type call_auth_test = api.AuthTestArguments;
export type call_blocks_validate = api.BlocksValidateArguments;
export type call_chat_delete = api.ChatDeleteArguments;
export type call_chat_postEphemeral = api.ChatPostEphemeralArguments;
export type call_chat_postMessage = api.ChatPostMessageArguments;
export type call_chat_update = api.ChatUpdateArguments;
export type call_conversations_history = api.ConversationsHistoryArguments;
export type call_conversations_info = api.ConversationsInfoArguments;
export type call_conversations_open = api.ConversationsOpenArguments;
export type call_files_completeUploadExternal = api.FilesCompleteUploadExternalArguments;
export type call_files_delete = api.FilesDeleteArguments;
export type call_files_getUploadURLExternal = api.FilesGetUploadURLExternalArguments;
export type call_files_info = api.FilesInfoArguments;
export type call_oauth_v2_access = Installed | Renewed;
export type call_usergroups_list = api.UsergroupsListArguments;
export type call_users_info = api.UsersInfoArguments;
export type call_users_list = api.UsersListArguments;
export type call_views_open = api.ViewsOpenArguments;
export type call_views_publish = api.ViewsPublishArguments;
export type call_views_push = api.ViewsPushArguments;
export type call_views_update = api.ViewsUpdateArguments;

export type answer_command = RespondArguments;
export type answer_respond = RespondArguments;
export type answer_view_submission = ViewResponseAction;

export type heard_block_actions = BlockAction<ButtonAction | BlockElementAction>;
export type heard_command = SlashCommand;
export type heard_event = EnvelopedEvent<
  AppHomeOpenedEvent | AppMentionEvent | AppUninstalledEvent | FileShareMessageEvent | GenericMessageEvent
  | MemberJoinedChannelEvent | TokensRevokedEvent
>;
export type heard_message_action = MessageShortcut;
export type heard_shortcut = GlobalShortcut;
export type heard_view_closed = ViewClosedAction;
export type heard_view_submission = ViewSubmitAction;
